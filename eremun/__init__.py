"""eremun: declarative rules turn activity logs into points and points into rupiah, exactly."""

__version__ = "0.1.0"
