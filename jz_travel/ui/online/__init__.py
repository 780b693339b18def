"""What asks the network, when a visitor has chosen so: routes and searches by name; and places of one's own."""
