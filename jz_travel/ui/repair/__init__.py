"""When something goes wrong on the way: say what, see what would change, accept it or leave it."""
