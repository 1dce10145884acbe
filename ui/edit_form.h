#pragma once

#include "ui/book_access.h"
#include "ui/booking_popup_clients.h"
#include "ui/card.h"
#include "ui/dialog_parts.h"
#include "ui/squeeze_reason.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>

class QGridLayout;

namespace frontdesk
{

/// The form of one appointment or block (F2). What can't be read says why beside its field and is not sent. Says at
/// once when the row changes elsewhere, and tells the other desks that it is open. Asks for a save by a signal and is
/// told the answer; nothing typed is lost by any answer.
class EditForm final : public Card
{
    Q_OBJECT
public:
    EditForm(const BookAccess& book, const Appointment& opened, QWidget* window);
    ~EditForm() override;

    void open();
    void comeBack();
    [[nodiscard]] const Appointment& opened() const { return m_opened; }
    [[nodiscard]] Instant openedAt() const { return m_openedAt; }
    /// Names of clients that were chosen here, by id.
    [[nodiscard]] const QHash<qint64, QString>& clientNames() const { return m_clientNames; }
    /// What differs from the row as opened; nothing while a field can't be read.
    [[nodiscard]] std::optional<EditAppointment> typed();
    /// Puts values into the fields as if they were typed.
    void fill(const EditAppointment& edit);
    void answered(const Outcome& outcome);
    /// The place is taken: a choice to squeeze in all the same, where that is allowed, until another place is typed.
    void offerSqueeze(const SlotTaken& taken);
    /// The reasons that are typed, to pass what speaks against it.
    [[nodiscard]] Passing passing() const;
    void close();
    /// It goes; what is still on its way to it belongs to somebody else.
    [[nodiscard]] bool isClosed() const { return m_closed; }

signals:
    void saveAsked(const frontdesk::EditAppointment& edit);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    struct Field {
        QWidget* widget;
        PlainLabel* problem;
        QLabel* label;
    };
    /// The room, or the piece of equipment, of a service that needs one.
    struct Other {
        ResourceKind kind;
        QString field;
        QComboBox* box;
    };
    void buildFields();
    void buildWhen(QGridLayout* grid);
    void buildRest(QGridLayout* grid);
    void buildPlaces(QGridLayout* grid);
    void buildFooter();
    void buildReasons();
    void showButton();
    void addField(QGridLayout* grid, const QString& name, const QString& objectName, QWidget* widget);
    void showField(const QString& field, bool shown);
    void show(const Appointment& row);
    void showHours();
    void showOthers();
    void fillOther(const Other& other, ResourceId chosen);
    void readOthers(EditAppointment& edit);
    [[nodiscard]] std::optional<Instant> typedStart() const;
    [[nodiscard]] TimeSlot typedSlot() const;
    [[nodiscard]] ResourceId othersChoice(const Other& other) const;
    void complain(const QString& field, const QString& text);
    [[nodiscard]] bool hasProblem() const;
    void readTime(EditAppointment& edit);
    void readPrice(EditAppointment& edit);
    [[nodiscard]] std::optional<Seconds> readLength(Instant start);
    [[nodiscard]] bool isUntouched();
    void save();
    void leave();
    void setSaving(bool saving);
    void searchClient();
    void takeClient(int row);
    void serviceChosen();
    void rowsChanged();
    void showElsewhere();

    BookAccess m_book;
    CataloguePtr m_catalogue;
    Appointment m_opened;
    Instant m_openedAt;
    Zone m_zone;
    QHash<QString, Field> m_fields;
    QHash<qint64, QString> m_clientNames;
    ClientId m_client;
    ClientListModel m_found;
    bool m_saving = false;
    bool m_leaveAsked = false;
    bool m_closed = false;
    QTimer m_elsewhere;

    PlainLabel* m_title;
    PlainLabel* m_editing;
    Notice* m_banner;
    Notice* m_notice;
    QLineEdit* m_clientText;
    QListView* m_clients;
    QLineEdit* m_label;
    QComboBox* m_service;
    QDateEdit* m_date;
    QLineEdit* m_time;
    QComboBox* m_hour; ///< which of the two, in the night in which an hour comes twice
    QLineEdit* m_length;
    QComboBox* m_staff;
    std::array<Other, 2> m_others;
    QLineEdit* m_price;
    QComboBox* m_confirmation;
    QPlainTextEdit* m_note;
    QLineEdit* m_reason;
    SqueezeReason* m_squeeze;
    KeyButton* m_save;
};

/// "14:15", "1415", "14", "9.30"; invalid for anything else.
[[nodiscard]] QTime parseWallTime(const QString& text);
/// "45", "45 min", "1:30", "1 h 30", "1h"; nothing for anything else.
[[nodiscard]] std::optional<Seconds> parseLength(const QString& text);

} // namespace frontdesk
