#include "ui/services_window.h"

#include "ui/refusal_text.h"
#include "ui/services_conflict.h"
#include "ui/services_delegate.h"
#include "ui/services_model.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>

namespace frontdesk
{

namespace
{

constexpr std::chrono::seconds AheadEvery{20};

/// Retired services are out of the way unless asked for.
class ActiveServices final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void showRetired(bool show)
    {
        m_showRetired = show;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        return m_showRetired || !sourceModel()->index(row, 0, parent).data(ServicesModel::RetiredRole).toBool();
    }

private:
    bool m_showRetired = false;
};

} // namespace

ServicesWindow::ServicesWindow(ServiceStore* store, const Clock* clock, Ask ask, QWidget* parent)
    : QDialog(parent),
      m_model(new ServicesModel(store, this)),
      m_clock(clock),
      m_ask(std::move(ask)),
      m_shown(new ActiveServices(this)),
      m_table(new QTableView(this)),
      m_duplicate(nullptr),
      m_retire(nullptr),
      m_undo(nullptr),
      m_broken(nullptr),
      m_showRetired(new QCheckBox(tr("Show reti&red"), this)),
      m_words(new PlainLabel(PlainLabel::Tone::Error, {}, this))
{
    setObjectName(QStringLiteral("servicesWindow"));
    setWindowTitle(tr("Services"));
    setModal(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildTable();
    layout->addWidget(m_table, 1);
    buildButtons(layout);
    connect(m_model, &ServicesModel::conflictMet, this, &ServicesWindow::askAbout);
    connect(m_model, &ServicesModel::said, m_words, &QLabel::setText);
    connect(m_model, &ServicesModel::added, this, &ServicesWindow::goOnIn);
    connect(m_model, &ServicesModel::impactChanged, this, &ServicesWindow::offerBroken);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.data(ServicesModel::WarningRole).toBool())
            showBroken();
    });
    connect(m_model, &ServicesModel::undoChanged, this, &ServicesWindow::refreshButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& changed) {
        QStyleOptionViewItem option;
        option.initFrom(m_table);
        const int width = m_table->itemDelegate()->sizeHint(option, changed).width();
        if (!changed.data(ServicesModel::ProblemRole).toString().isEmpty() &&
            width > m_table->columnWidth(changed.column()))
            m_table->setColumnWidth(changed.column(), width);
        m_table->viewport()->update();
    });
    m_elsewhere.setInterval(1000); // who edits at other desks is no change of a row
    connect(&m_elsewhere, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    m_ahead.setInterval(AheadEvery);
    connect(&m_ahead, &QTimer::timeout, m_model, &ServicesModel::readAhead);
    resize(1340, 520);
    restyle();
    fitColumns();
    refreshButtons();
}

ServicesWindow::~ServicesWindow()
{
    hide(); // saves the open editor while there is still a window for its change to be shown in
}

void ServicesWindow::buildTable()
{
    m_shown->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("services"));
    m_table->setAccessibleName(tr("Services"));
    m_table->setModel(m_shown);
    auto* delegate = new ServicesDelegate(m_table);
    connect(delegate, &ServicesDelegate::editorOpened, this, [this](const QModelIndex& index) {
        m_words->clear();
        m_model->beginEdit(m_shown->mapToSource(index));
    });
    connect(delegate, &ServicesDelegate::editorTyped, this, [this](const QModelIndex& index, const QString& text) {
        m_model->preview(m_shown->mapToSource(index), text);
    });
    connect(delegate, &QAbstractItemDelegate::closeEditor, this,
            [this](QWidget*, QAbstractItemDelegate::EndEditHint hint) {
                m_model->endEdit();
                if (hint != QAbstractItemDelegate::SubmitModelCache)
                    return; // not Enter: Tab goes on in the row
                const bool draft = m_table->currentIndex().data(ServicesModel::IdRole).toLongLong() < 0;
                m_goOn = draft ? m_table->currentIndex().column() : -1;
                m_model->saveDrafts();
            });
    m_table->setItemDelegate(delegate);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 20);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setSectionResizeMode(ServicesModel::Colour, QHeaderView::Fixed);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_shown->setSortRole(ServicesModel::SortRole);
    m_shown->setSortLocaleAware(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as they stand in the book until a heading is clicked
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ServicesWindow::refreshButtons);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this] { m_model->saveDrafts(currentRow()); }, Qt::QueuedConnection);
}

void ServicesWindow::buildButtons(QVBoxLayout* layout)
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(16, 12, 16, 12);
    const auto button = [&](const QString& text, const char* name, const QString& key, auto&& run) {
        auto* made = new KeyButton(text, key, KeyButton::Rank::Plain, this);
        made->setObjectName(QLatin1StringView(name));
        connect(made, &QPushButton::clicked, this, run);
        bar->addWidget(made);
        return made;
    };
    button(tr("&Add"), "add", {}, [this] { add(); });
    m_duplicate = button(tr("&Duplicate"), "duplicate", {}, [this] { m_model->duplicate(currentRow()); });
    m_retire = button(tr("Re&tire"), "retire", {}, [this] {
        const int row = currentRow();
        m_model->setRetired(row, !m_model->index(row, 0).data(ServicesModel::RetiredRole).toBool());
        refreshButtons();
    });
    m_undo = button(tr("&Undo"), "undo", tr("Ctrl+Z"), [this] { m_model->undo(); });
    m_broken = button({}, "showBroken", {}, [this] { showBroken(); });
    m_broken->setFocusPolicy(Qt::NoFocus); // whoever types in a cell goes on, and nothing is saved by looking
    m_broken->hide();
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setWordWrap(true);
    bar->addWidget(m_words, 1);
    m_showRetired->setObjectName(QStringLiteral("showRetired"));
    connect(m_showRetired, &QCheckBox::toggled, this,
            [this](bool show) { static_cast<ActiveServices*>(m_shown)->showRetired(show); });
    bar->addWidget(m_showRetired);
    layout->addLayout(bar);
    // In an open editor Ctrl+Z belongs to the text.
    const auto shortcut = [this](QList<QKeySequence> keys, const QKeySequence& more, auto&& run) {
        if (!keys.contains(more))
            keys.append(more);
        for (const QKeySequence& key : std::as_const(keys))
            connect(new QShortcut(key, m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this,
                    run);
    };
    shortcut(QKeySequence::keyBindings(QKeySequence::Undo), QKeySequence(Qt::CTRL | Qt::Key_Z),
             [this] { m_model->undo(); });
    shortcut(QKeySequence::keyBindings(QKeySequence::Redo), QKeySequence(Qt::CTRL | Qt::Key_Y),
             [this] { m_model->redo(); });
}

void ServicesWindow::fitColumns()
{
    const int widths[] = {34, 128, 76, 206, 146, 92, 162, 84, 62, 108, 62};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
}

int ServicesWindow::currentRow() const
{
    return m_shown->mapToSource(m_table->currentIndex()).row();
}

void ServicesWindow::add()
{
    const QModelIndex name = m_shown->mapFromSource(m_model->addDraft());
    m_table->setFocus();
    m_table->setCurrentIndex(name);
    m_table->scrollTo(name);
    m_table->edit(name);
}

/// The cursor was in the draft, and stays in the same column of what it has become.
void ServicesWindow::goOnIn(qint64 id)
{
    const QModelIndexList found = m_shown->match(m_shown->index(0, 0), ServicesModel::IdRole, id, 1, Qt::MatchExactly);
    const bool typing = m_table->findChild<QLineEdit*>(QStringLiteral("cellEditor")) != nullptr;
    if (!found.isEmpty() && !typing && m_goOn >= 0)
        m_table->setCurrentIndex(found.front().siblingAtColumn(m_goOn));
    m_goOn = -1;
}

void ServicesWindow::refreshButtons()
{
    const int row = currentRow();
    m_duplicate->setEnabled(row >= 0);
    m_retire->setEnabled(row >= 0);
    m_undo->setEnabled(m_model->canUndo());
    const bool retired = row >= 0 && m_model->index(row, 0).data(ServicesModel::RetiredRole).toBool();
    m_retire->setText(retired ? tr("Of&fer again") : tr("Re&tire"));
}

void ServicesWindow::offerBroken()
{
    const ServiceImpact* impact = m_model->impact();
    m_broken->setVisible(impact != nullptr);
    if (impact != nullptr)
        m_broken->setText(tr("Sho&w the %n that break", nullptr, impact->breaks));
    m_broken->updateGeometry();
}

/// Goes to the one booking, or offers the first of many.
void ServicesWindow::showBroken()
{
    const ServiceImpact* impact = m_model->impact();
    if (impact == nullptr || impact->first.empty())
        return;
    if (impact->first.size() == 1) {
        emit bookingChosen(impact->first.front().id, impact->first.front().start);
        return;
    }
    // A child of the open editor takes the keyboard without closing it.
    auto* editor = m_table->findChild<QLineEdit*>(QStringLiteral("cellEditor"));
    auto* menu = new QMenu(editor != nullptr ? static_cast<QWidget*>(editor) : this);
    menu->setObjectName(QStringLiteral("broken"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const CataloguePtr& catalogue = m_model->catalogue();
    for (const ServiceImpact::Booking& booking : impact->first) {
        const Zone zone = zoneOf(*catalogue, booking.location);
        QStringList words{shortDateText(zone.dateOf(booking.start)) + u' ' + timeText(booking.start, zone),
                          staffName(*catalogue, booking.staff), booking.client};
        words.removeAll({});
        menu->addAction(words.join(QStringLiteral(" · ")).replace(u'&', QStringLiteral("&&")), this,
                        [this, booking] { emit bookingChosen(booking.id, booking.start); });
    }
    if (const int more = impact->breaks - int(impact->first.size()); more > 0)
        menu->addAction(tr("and %n more", nullptr, more))->setEnabled(false);
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(m_broken->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void ServicesWindow::askAbout(qint64 id, const Conflict& conflict, const VersionConflict& theirs)
{
    m_ask(
        conflict, serviceStory(conflict, theirs, m_model->catalogue(), m_clock->now()),
        [this, window = QPointer<ServicesWindow>(this), id, version = theirs.current.version](const Conflict& decided) {
            if (window)
                m_model->saveDecided(id, version, decided);
        });
}

void ServicesWindow::keyPressEvent(QKeyEvent* event)
{
    // Enter belongs to the table and its editors, not to a default button.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void ServicesWindow::hideEvent(QHideEvent* event)
{
    QDialog::hideEvent(event);
    if (event->spontaneous())
        return;
    m_table->setCurrentIndex({}); // saves the open editor
    m_model->saveDrafts();
    m_elsewhere.stop();
    m_ahead.stop();
}

void ServicesWindow::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_model->readAhead();
    m_elsewhere.start();
    m_ahead.start();
}

void ServicesWindow::restyle()
{
    m_restyling = true;
    const Tones tones = tonesOf(QGuiApplication::palette());
    setStyleSheet(fieldStyle(QGuiApplication::palette()) +
                  QStringLiteral("QTableView { background: %1; color: %2; selection-background-color: %3; }"
                                 "QTableView QLineEdit { padding: 1px 6px; }"
                                 "QTableView QLineEdit:focus { padding: 0px 5px; }"
                                 "QHeaderView::section { background: %1; color: %4; border: none;"
                                 " border-bottom: 1px solid %5; padding: 8px; font-weight: bold; }")
                      .arg(tones.ground.name(), tones.text.name(), tones.accentFill.name(), tones.muted.name(),
                           tones.line.name()));
    m_restyling = false;
}

void ServicesWindow::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange && !m_restyling)
        restyle();
}

} // namespace frontdesk
