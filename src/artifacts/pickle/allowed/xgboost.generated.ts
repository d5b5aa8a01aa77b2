// Written by scripts/generate-pickle-classes.py: classes of xgboost 3.2.0 whose pickles only set attributes.

export const xgboostClasses = `
xgboost.core: _RefMixIn
xgboost.objective: Objective TreeObjective
xgboost.sklearn: XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRankerMixIn XGBRegressor
xgboost.training: _PackedBooster
`;
