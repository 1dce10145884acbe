#include "tests/support/full_disk.h"

#include <QtGlobal>

#include <cerrno>

#include <sqlite3.h>
#include <sys/types.h>

namespace frontdesk::test
{

namespace
{

extern "C" ssize_t refuseWrite(int, const void*, size_t)
{
    errno = ENOSPC;
    return -1;
}

extern "C" ssize_t refuseWriteAt(int, const void*, size_t, off_t)
{
    errno = ENOSPC;
    return -1;
}

/// SQLite's own way to plant failures of system calls (sqlite3_vfs.xSetSystemCall); null restores.
void setWrites(sqlite3_syscall_ptr write, sqlite3_syscall_ptr writeAt)
{
    sqlite3_initialize();
    sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    vfs->xSetSystemCall(vfs, "write", write);
    vfs->xSetSystemCall(vfs, "pwrite", writeAt);
    vfs->xSetSystemCall(vfs, "pwrite64", writeAt);
}

} // namespace

FullDisk::FullDisk()
{
    setWrites(reinterpret_cast<sqlite3_syscall_ptr>(&refuseWrite),
              reinterpret_cast<sqlite3_syscall_ptr>(&refuseWriteAt));
}

FullDisk::~FullDisk()
{
    setWrites(nullptr, nullptr);
}

} // namespace frontdesk::test
