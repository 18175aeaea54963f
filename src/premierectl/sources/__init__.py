"""Services: asked politely over https, within limits of size and time."""
