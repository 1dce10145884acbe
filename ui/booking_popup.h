#pragma once

#include "ui/book_access.h"
#include "ui/booking_popup_clients.h"
#include "ui/booking_popup_hold.h"
#include "ui/booking_popup_service.h"
#include "ui/card.h"
#include "ui/dialog_parts.h"
#include "ui/squeeze_reason.h"

namespace frontdesk
{

/// Books at a place without leaving the keyboard: type a client, Enter takes the marked one, Enter again books. Keeps
/// the place from the first key on. Sends no booking itself: it asks for one by a signal and is told the answer.
class BookingPopup final : public Card
{
    Q_OBJECT
public:
    BookingPopup(const BookAccess& book, const Place& place, QWidget* window);
    ~BookingPopup() override;

    void open(const QRect& anchor);
    [[nodiscard]] const Place& place() const { return m_place; }
    [[nodiscard]] std::optional<DeskHoldId> hold() const { return m_hold ? m_hold->id() : std::nullopt; }
    /// Another place for what is typed: fills the form, books nothing.
    void takePlace(const Place& place);
    /// Everything typed of an appointment that was cancelled meanwhile.
    void fill(const ClientHit& client, const BookAppointment& wish);
    /// The booking's answer: closes on Done, else comes back with the words and everything typed.
    void answered(const Outcome& outcome);
    void comeBack();

signals:
    void bookingAsked(const frontdesk::BookAppointment& command, const QString& words);
    /// Gone for good, the place freed.
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    enum class Stage { Search, NewClient, Ready };
    /// What has been asked about the choice as it stands, and what has been said of it.
    struct Doubt {
        bool alertSeen = false; ///< the stop alert has had its own Enter
        QString nearAskedFor;   ///< the new client that near ones were looked for
        std::optional<ClientHit> nearClient;
        bool nearKnown = false;
        bool nearSeen = false; ///< it has been said that a near client exists
        ClientId visitsOf;
        TimeSlot visitsAt;
        bool visitsKnown = false;
    };

    void buildSearch();
    void buildNewClient();
    void buildService();
    void buildFooter();
    void showTitle();
    void typed();
    void search();
    void found(const QString& text, const std::vector<ClientHit>& hits);
    void preview();
    void choose(int row);
    void become(Stage stage);
    void startNewClient();
    void enter();
    void resume();
    void book();
    bool waitsOrDoubts();
    void lookForNear();
    void nearFound(const std::vector<ClientHit>& hits);
    void createClient();
    void askFor(ClientId client);
    void lookForVisits();
    void keepPlace();
    void serviceChanged();
    void showService();
    void showHold();
    void holdRefused(const Outcome& outcome);
    void offerSqueeze(const Outcome& outcome);
    void showButton();
    void say(const QString& text);
    void leave();
    [[nodiscard]] const ClientHit* current() const; ///< chosen, or marked in the list
    [[nodiscard]] QString newClientKey() const;
    [[nodiscard]] const Service* service() const;
    [[nodiscard]] TimeSlot slot() const;
    [[nodiscard]] QString clientName() const;

    BookAccess m_book;
    Place m_place;
    CataloguePtr m_catalogue;
    PlaceHold* m_hold;
    ClientListModel m_clients;
    Stage m_stage = Stage::Search;
    std::optional<ClientHit> m_chosen;
    ClientId m_created;     ///< made for this booking already, on an earlier try
    QString m_createdAs;    ///< newClientKey() then
    QString m_key;          ///< of the booking; the same on a retry
    BookAppointment m_wish; ///< what is carried along without a field of its own: note, length, price, buffers
    QString m_answeredText; ///< what the rows shown were found for
    bool m_enterWaits = false;
    bool m_rowPicked = false; ///< by arrows or mouse
    bool m_serviceTouched = false;
    bool m_asking = false;
    Doubt m_doubt;
    QObject m_nearSearch; ///< contexts of their own: one search supersedes another of the same
    QObject m_visits;

    PlainLabel* m_title;
    QLineEdit* m_text;
    QListView* m_list;
    PlainLabel* m_who;
    QWidget* m_newClient;
    QLineEdit* m_name;
    QLineEdit* m_phone;
    Notice* m_alert;
    Notice* m_notice;
    ServiceBox* m_service;
    PlainLabel* m_span;
    PlainLabel* m_price;
    QLineEdit* m_reason;
    QString m_notFree; ///< why the place can't be kept, said on while somebody types
    SqueezeReason* m_squeeze;
    PlainLabel* m_facts;
    PlainLabel* m_kept;
    KeyButton* m_button;
};

} // namespace frontdesk
