"""Both sides at one table: the web application that `klaar serve` opens."""
