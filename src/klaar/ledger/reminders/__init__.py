"""Who is reminded of what, when: in time for who must act, later for who waits, never twice."""
