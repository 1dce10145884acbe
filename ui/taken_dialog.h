#pragma once

#include "models/booking/outcome.h"
#include "models/domain/catalogue.h"
#include "ui/place.h"
#include "ui/sheet_dialog.h"

#include <QListWidget>

namespace frontdesk
{

/// The place was taken meanwhile: by what, how long ago, at which desk, and the nearest free ones. A digit or Enter
/// takes one into the form; nothing is booked by it.
class TakenDialog final : public SheetDialog
{
    Q_OBJECT
public:
    struct Wanted {
        LocationId location;
        ResourceId staff;
        Instant start{};
    };
    TakenDialog(const SlotTaken& taken, const Wanted& wanted, const Catalogue& catalogue, Instant now, QWidget* window);

signals:
    void placeChosen(const frontdesk::Place& place);
    void backToEditing();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void add(const FreePlace& free, const Wanted& wanted, const Catalogue& catalogue);
    void take(int row);
    void showChoice();

    std::vector<Place> m_places;
    QStringList m_starts;
    QListWidget* m_list;
    KeyButton* m_take;
};

} // namespace frontdesk
