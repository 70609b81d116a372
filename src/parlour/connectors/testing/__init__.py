"""The contract that every connector must pass. A connector's tests subclass what fits and fill in the first methods.

`ConnectorContract` is for all. `SignedContract` is for platforms that sign their deliveries. `RemoteContract` is for
platforms that live elsewhere: it drives a stand-in through everything that goes wrong between two machines.
`ModeratingContract` is for those of them that hide and delete, `PollingContract` for those of them that can be asked for what is new.
"""

from parlour.connectors.testing.deliveries import NOW, ConnectorContract, Recorded, SignedContract
from parlour.connectors.testing.moderating import ModeratingContract
from parlour.connectors.testing.polls import PollingContract
from parlour.connectors.testing.remote import Failure, RemoteContract, StandIn

__all__ = [
    "NOW",
    "ConnectorContract",
    "Failure",
    "ModeratingContract",
    "PollingContract",
    "Recorded",
    "RemoteContract",
    "SignedContract",
    "StandIn",
]
