"""What a person asks for their own seat by JSON: a part of the one list in `endpoints`."""

from typing import Final

from server.protocol import bodies, frames, replies, weighing
from server.protocol.endpoint import Endpoint

OF_PEOPLE: Final[tuple[Endpoint, ...]] = (
    Endpoint(
        method="POST",
        path="/api/people/{person}/seat",
        who="that person",
        words="Take a free seat, before play begins.",
        takes=bodies.TakeSeat,
        gives=(replies.Seated,),
    ),
    Endpoint(
        method="POST",
        path="/api/people/{person}/wish",
        who="that person",
        words="Ask to share a seat, where the ruleset has late ones do so; the facilitator admits.",
        takes=bodies.Wish,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/people/{person}/weigh",
        who="that person",
        words="What an offer, an acceptance or a plan would put at stake for the own concern and "
        "core value, before it is sent. Nothing happens.",
        takes=weighing.Weigh,
        gives=(weighing.Weighed,),
    ),
    Endpoint(
        method="POST",
        path="/api/people/{person}/watch",
        who="that person",
        words="Look at another table of the session. 409 `no_observer`: they play, or wait.",
        takes=bodies.Watch,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/people/{person}/leave",
        who="that person",
        words="Leave: the seat is free, and every pass of this person ends.",
        takes=bodies.Nothing,
        gives=(replies.Fine,),
    ),
    Endpoint(
        method="POST",
        path="/api/people/{person}/command",
        who="that person",
        words="Do a command of one's own seat.",
        takes=bodies.OwnCommand,
        gives=(frames.Done, frames.Refusal),
    ),
    Endpoint(
        method="GET",
        path="/api/people/{person}/view",
        who="that person",
        words="The newest view.",
        gives=(frames.ViewFrame,),
    ),
    Endpoint(
        method="GET",
        path="/api/people/{person}/briefs",
        who="that person",
        words="The brief of one's own seat, and those that the debrief has opened.",
        gives=(replies.Briefs,),
    ),
    Endpoint(
        method="GET",
        path="/api/people/{person}/lines",
        who="that person",
        words="Log lines before the one with the number `?before=`.",
        gives=(frames.Lines,),
    ),
)
