"""Pages over the graph, and the command line: one package an audience or task."""
