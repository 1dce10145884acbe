#pragma once

#include "models/booking/command_bus.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTimer>

namespace frontdesk
{

/// The box for search: finds clients by parts of their name or the end of their phone number. Enter waits for the
/// results of the text as it stands.
class SearchBox final : public QLineEdit
{
    Q_OBJECT
public:
    SearchBox(CommandBus* bus, QWidget* parent);
    /// The results are shown over this widget, under the box.
    void setStage(QWidget* stage);

signals:
    void clientChosen(const frontdesk::ClientHit& client);
    void left(); ///< Esc: the keyboard goes back to the grid

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search();
    void show(const QString& text, const std::vector<ClientHit>& clients);
    void choose(int row);
    void placeResults();
    void hideResults();

    CommandBus* m_bus;
    QListWidget* m_results;
    QTimer m_pause;
    std::vector<ClientHit> m_clients;
    QString m_answered; ///< the text that m_clients belong to
    bool m_enterWaits = false;
};

} // namespace frontdesk
