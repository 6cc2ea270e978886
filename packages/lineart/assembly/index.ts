// What the module exports. An instance is one solver: either of a graph or of a pixel grid.

export { addEdge, createFlow, isSource, setTerminals, solve } from './flow';
export { createGrid, gridPrices, gridPulls, gridStates, solveGrid } from './grid';
