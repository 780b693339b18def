"""The offline map: the page that Folium builds, the data sent to it, the tiles beneath it."""
