"""Work at a facility: what may be ordered, what may become of it, and what it costs.

    OrderKind.DISCONNECT, WorkEvent.DONE, FeeKind.DISCONNECTION

The one rule: an order ends once, and what it costs is entered when it is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reskontra.domain.premises import WaterState


class OrderKind(StrEnum):
    """What a technician is to do."""

    DISCONNECT = "disconnect"
    THROTTLE = "throttle"
    RECONNECT = "reconnect"
    INSPECT = "inspect"


class WorkEvent(StrEnum):
    """What became of an order."""

    STARTED = "started"
    """The money was read once more, and nothing stopped the work."""
    FOUND_OPEN = "found_open"
    """Somebody else had opened what we had closed."""
    DONE = "done"
    NOT_POSSIBLE = "not_possible"
    WITHDRAWN = "withdrawn"


ENDS = frozenset({WorkEvent.DONE, WorkEvent.NOT_POSSIBLE, WorkEvent.WITHDRAWN})


class FeeKind(StrEnum):
    """What a tariff has a fee for."""

    DISCONNECTION = "disconnection"
    RECONNECTION = "reconnection"
    UNAUTHORIZED_OPENING = "unauthorized_opening"


COSTS: dict[OrderKind, FeeKind] = {
    OrderKind.DISCONNECT: FeeKind.DISCONNECTION,
    OrderKind.RECONNECT: FeeKind.RECONNECTION,
}
"""What an order costs when it is done; one that is not here costs nothing."""

CLOSES = frozenset({OrderKind.DISCONNECT, OrderKind.THROTTLE})
"""What lessens the water, and so goes through the gates."""

LEAVES: dict[OrderKind, WaterState] = {
    OrderKind.DISCONNECT: WaterState.OFF,
    OrderKind.THROTTLE: WaterState.THROTTLED,
    OrderKind.RECONNECT: WaterState.ON,
}
"""How the water flows when an order is done; an inspection changes nothing."""


FINDINGS: dict[OrderKind, str] = {
    OrderKind.DISCONNECT: "disconnected",
    OrderKind.THROTTLE: "throttled",
}
"""What steps of a procedure may be counted from when an order is done: a kind of clearance."""
OPENED_BY_ANOTHER = "reconnected_by_another"
"""… and when somebody else has opened what we had closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """What work at a facility costs from a day on, in öre."""

    first_day: date
    disconnection_ore: int
    reconnection_ore: int
    unauthorized_opening_ore: int

    def fee_ore(self, kind: FeeKind) -> int:
        """The fee for it."""
        match kind:
            case FeeKind.DISCONNECTION:
                return self.disconnection_ore
            case FeeKind.RECONNECTION:
                return self.reconnection_ore
            case FeeKind.UNAUTHORIZED_OPENING:
                return self.unauthorized_opening_ore
