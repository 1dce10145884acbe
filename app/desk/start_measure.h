#pragma once

namespace frontdesk
{

class DeskSession;

/// Once the first day has been read and painted, prints when that was and the memory at that moment as one JSON line
/// and ends the program; for packaging/bench. The session outlives the event loop.
void measureStart(DeskSession& session);

} // namespace frontdesk
