#pragma once

#include <QString>

#include <functional>

namespace frontdesk
{

/// What a file lies on: the f_type of statfs(2), and the type's name in /proc/self/mountinfo ("ext4", "fuse.sshfs").
struct FileSystem {
    quint32 magic = 0;
    QString type;
};

/// Asks for the file system of a file, or of its folder while there is no file.
using FileSystemProbe = std::function<FileSystem(const QString& path)>;

[[nodiscard]] FileSystem probeFileSystem(const QString& path);

/// WAL shares memory between the processes of one computer and does not work across a network (sqlite.org/wal.html).
[[nodiscard]] bool isNetworkFileSystem(const FileSystem& fileSystem);

} // namespace frontdesk
