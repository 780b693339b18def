// What the map knows of places, and how it finds its way among them.

export class Known {
  /** The place itself, or the nearest area around it whose position is known. */
  anchor(id) {
    let place = this.places.get(id);
    for (let step = 0; place && step < 4; step++) {
      if (place.lat !== null && place.lat !== undefined) return place;
      place = this.places.get(place.inside);
    }
    return null;
  }

  isShown(id) {
    const place = this.places.get(id);
    return Boolean(place) && this.switches.shows(place);
  }

  outermost(id) {
    let place = this.places.get(id);
    for (let step = 0; place?.inside && step < 4; step++) place = this.places.get(place.inside) ?? { id: place.id };
    return place?.id ?? id;
  }

  inside(id) {
    return [...this.places.values()].filter((place) => place.inside === id).sort((one, other) => one.rank - other.rank);
  }

  neighbours(anchor) {
    const group = this.groupsOfPlaces.find((each) => each.places.includes(anchor));
    return group && group.places.length > 1 ? group.places.map((place) => place.id) : [];
  }

  stopsOf(id) {
    return this.trip.days.flatMap((day) => day.stops.filter((stop) => stop.place === id).map((stop) => ({ ...stop, day: day.number, label: day.label })));
  }

  groups() {
    return new Set([...this.places.values()].map((place) => place.group));
  }
}
