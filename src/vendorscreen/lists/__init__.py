"""Official and own lists: what each is, how it is read, and the editions kept on this machine."""
