"""Who may come in: each view declares its rule, and what declares none is shut."""
