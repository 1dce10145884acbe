#pragma once

#include "models/booking/commands.h"
#include "ui/book_access.h"
#include "ui/card.h"
#include "ui/dialog_parts.h"
#include "ui/place.h"

#include <QLineEdit>
#include <QSpinBox>

namespace frontdesk
{

/// Time without a client: what for, and how long. Asks for it by a signal and is told the answer.
class BlockPopup final : public Card
{
    Q_OBJECT
public:
    BlockPopup(const BookAccess& book, const Place& place, QWidget* window);
    void open(const QRect& anchor);
    void answered(const Outcome& outcome);
    void comeBack();

signals:
    void blockAsked(const frontdesk::BookBlock& command);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void make();
    void leave();
    void showEnd();

    BookAccess m_book;
    CataloguePtr m_catalogue;
    Place m_place;
    QString m_key;
    bool m_asking = false;
    QLineEdit* m_label;
    QSpinBox* m_length;
    PlainLabel* m_end;
    Notice* m_notice;
};

} // namespace frontdesk
