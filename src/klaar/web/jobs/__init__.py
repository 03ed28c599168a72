"""Reading an uploaded agreement in a process of its own, with limits of time and memory."""
