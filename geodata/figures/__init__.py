"""Make more of printed values: sums, changes, trends, intervals, figures joined to shapes."""
