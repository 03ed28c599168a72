"""English as the agreements write it: 12 February 2027, 15:51."""
