#pragma once

namespace frontdesk::test
{

/// While it lives, every write of SQLite in this program fails with "no space left on device", as on a full disk.
class FullDisk
{
public:
    FullDisk();
    ~FullDisk();
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
};

} // namespace frontdesk::test
