"""Emergency access, what people are told of it, and the privacy queue."""
