// Written by scripts/generate-pickle-classes.py: classes of lightgbm 4.7.0 whose pickles only set attributes.

export const lightgbmClasses = `
lightgbm.sklearn: LGBMClassifier LGBMModel LGBMRanker LGBMRegressor _EvalFunctionWrapper _ObjectiveFunctionWrapper
`;
