"""百度's own Mercator metres, as they stand in its addresses (``@12613521.6,4172046.9,13z``), to BD-09 degrees.

The polynomial is that of its page's script for the band of northings that Jiaozuo and all between about 30° and 45°
lie in; what lies outside of the band is not on our map.
"""

from jz_travel.roads.datum import LatLon

SOUTHERN_EDGE, NORTHERN_EDGE = 3481989.83, 5591021.0
FIRST_EASTING, DEGREES_A_METRE = -1.981981304930552e-08, 8.983055099779535e-06
NORTHING_SCALE = 4482777.06
NORTHING = (
    0.03278182852591,
    40.31678527705744,
    0.65659298677277,
    -4.44255534477492,
    0.85341911805263,
    0.12923347998204,
    -0.04625736007561,
)


def bd09_of_metres(easting: float, northing: float) -> LatLon:
    """Raises ``ValueError`` outside of the band."""
    if not SOUTHERN_EDGE <= northing < NORTHERN_EDGE:
        raise ValueError("outside of the band")
    share = northing / NORTHING_SCALE
    lat = sum(factor * share**power for power, factor in enumerate(NORTHING))
    return LatLon(lat, FIRST_EASTING + DEGREES_A_METRE * easting)
