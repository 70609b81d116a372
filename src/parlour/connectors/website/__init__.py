"""The website channel: comments and private chat on a client's own pages. The platform is Parlour itself."""
