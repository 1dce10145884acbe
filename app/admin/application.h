#pragma once

#include <QCoreApplication>

#include <memory>

namespace frontdesk::admin
{

/// The application that the typed words need: one with fonts for print, which takes a display of its own and longer to
/// begin, otherwise one without. Both arguments must outlive it, as Qt demands.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv);

} // namespace frontdesk::admin
