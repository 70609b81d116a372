"""How this installation is set up: settings from the environment, urls, the ASGI application."""
