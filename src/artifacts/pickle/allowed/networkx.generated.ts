// Written by scripts/generate-pickle-classes.py: classes of networkx 3.6.1 whose pickles only set attributes.

export const networkxClasses = `
networkx.classes.coreviews: FilterAdjacency FilterAtlas FilterMultiAdjacency FilterMultiInner
networkx.classes.digraph: DiGraph _CachedPropertyResetterAdjAndSucc _CachedPropertyResetterPred
networkx.classes.filters: show_nodes
networkx.classes.graph: Graph _CachedPropertyResetterAdj _CachedPropertyResetterNode
networkx.classes.multidigraph: MultiDiGraph
networkx.classes.multigraph: MultiGraph
networkx.classes.reportviews: DegreeView DiDegreeView DiMultiDegreeView EdgeViewABC InDegreeView InMultiDegreeView MultiDegreeView OutDegreeView OutMultiDegreeView
`;
