"""Work items: when so many will be done, from how many were done each week."""
