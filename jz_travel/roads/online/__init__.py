"""Services on the network, each off until a visitor chooses it: routers, and searches for places by name."""
