#include "models/storage/file_system.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <array>

#include <sys/vfs.h>

namespace frontdesk
{

namespace
{

/// mountinfo writes a space as \040 and so on.
QString unescaped(const QByteArray& field)
{
    QByteArray result;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool ok = false;
        const int code = field.at(i) == '\\' ? field.mid(i + 1, 3).toInt(&ok, 8) : 0;
        result += ok ? char(code) : field.at(i);
        i += ok ? 3 : 0;
    }
    return QString::fromUtf8(result);
}

/// The type of the mount with the longest folder that the path lies in; of two on one folder the later covers the
/// other.
QString mountTypeOf(const QString& path)
{
    QFile mounts(QStringLiteral("/proc/self/mountinfo"));
    if (!mounts.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString type;
    qsizetype longest = -1;
    const QList<QByteArray> lines = mounts.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> fields = line.split(' ');
        const qsizetype dash = fields.indexOf("-");
        if (fields.size() < 5 || dash < 0 || dash + 1 >= fields.size()) {
            continue;
        }
        const QString folder = unescaped(fields.at(4));
        const QString prefix = folder.endsWith(u'/') ? folder : folder + u'/';
        if ((path == folder || path.startsWith(prefix)) && folder.size() >= longest) {
            longest = folder.size();
            type = QString::fromUtf8(fields.at(dash + 1));
        }
    }
    return type;
}

} // namespace

FileSystem probeFileSystem(const QString& path)
{
    const QFileInfo info(path);
    const QString asked = info.exists() ? info.canonicalFilePath() : QFileInfo(info.absolutePath()).canonicalFilePath();
    struct statfs facts = {};
    FileSystem result;
    if (statfs(QFile::encodeName(asked).constData(), &facts) == 0) {
        result.magic = quint32(facts.f_type);
    }
    result.type = mountTypeOf(asked);
    return result;
}

bool isNetworkFileSystem(const FileSystem& fileSystem)
{
    // linux/magic.h, and for the last four the file systems' own sources
    static constexpr std::array<quint32, 11> magics{
        0x6969,     // nfs
        0xFF534D42, // cifs
        0xFE534D42, // smb2, smb3
        0x517B,     // smbfs
        0x5346414F, // afs
        0x6B414653, // kafs
        0x73757245, // coda
        0x564C,     // ncp
        0x00C36400, // ceph
        0x0BD00BD0, // lustre
        0x47504653, // gpfs
    };
    static const QStringList types{QStringLiteral("nfs"),
                                   QStringLiteral("nfs4"),
                                   QStringLiteral("cifs"),
                                   QStringLiteral("smb3"),
                                   QStringLiteral("smbfs"),
                                   QStringLiteral("fuse.sshfs"),
                                   QStringLiteral("fuse.davfs"),
                                   QStringLiteral("davfs"),
                                   QStringLiteral("fuse.rclone"),
                                   QStringLiteral("fuse.s3fs"),
                                   QStringLiteral("fuse.curlftpfs"),
                                   QStringLiteral("fuse.gvfsd-fuse"),
                                   QStringLiteral("fuse.glusterfs"),
                                   QStringLiteral("fuse.smbnetfs"),
                                   QStringLiteral("fuse.cephfs"),
                                   QStringLiteral("fuse.ceph"),
                                   QStringLiteral("fuse.onedriver"),
                                   QStringLiteral("fuse.google-drive-ocamlfuse")};
    return std::find(magics.begin(), magics.end(), fileSystem.magic) != magics.end() || types.contains(fileSystem.type);
}

} // namespace frontdesk
