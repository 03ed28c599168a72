"""The columns that forecasts are counted with."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
"""Days, shares or losses."""
Flags = NDArray[np.bool_]
"""Whether something holds for each row."""
Places = NDArray[np.int64]
"""Row numbers, or numbers of groups."""
