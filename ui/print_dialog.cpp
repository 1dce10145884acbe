#include "ui/print_dialog.h"

#include "ui/dialog_parts.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPrinterInfo>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>

namespace frontdesk
{

namespace
{

const QString PaperKey = QStringLiteral("print/paper");
const QString PhoneKey = QStringLiteral("print/phone");
const QString FolderKey = QStringLiteral("print/folder");

QString documents()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

QLabel* labelFor(const QString& text, QWidget* buddy, QVBoxLayout* column)
{
    auto* label = new QLabel(text, buddy->parentWidget());
    label->setBuddy(buddy);
    column->addSpacing(8);
    column->addWidget(label);
    column->addWidget(buddy);
    return label;
}

} // namespace

QStringList PrintDialog::systemPrinters()
{
    QStringList names = QPrinterInfo::availablePrinterNames();
    const QString usual = QPrinterInfo::defaultPrinterName();
    if (names.removeOne(usual))
        names.prepend(usual);
    return names;
}

PrintDialog::PrintDialog(const PrintSubject& subject, Surroundings surroundings, QWidget* parent)
    : QDialog(parent),
      m_subject(subject),
      m_around(std::move(surroundings)),
      m_device(std::make_unique<QPrinter>(QPrinter::HighResolution)),
      m_kinds(new QButtonGroup(this)),
      m_staff(new QComboBox(this)),
      m_phone(new QLineEdit(this)),
      m_paper(new QComboBox(this)),
      m_target(new QComboBox(this)),
      m_file(new QLineEdit(this)),
      m_fileLabel(nullptr),
      m_phoneLabel(nullptr),
      m_notice(new Notice(Notice::Kind::Info, this)),
      m_print(new QPushButton(this)),
      m_preview(nullptr)
{
    setObjectName(QStringLiteral("printDialog"));
    setWindowTitle(tr("Print"));
    setAttribute(Qt::WA_DeleteOnClose);
    setStyleSheet(fieldStyle(QGuiApplication::palette()));
    m_device->setOutputFormat(QPrinter::PdfFormat); // for the preview alone: nothing is written
    m_preview = new QPrintPreviewWidget(m_device.get(), this);
    m_preview->setObjectName(QStringLiteral("printPreview"));
    m_preview->setAccessibleName(tr("Preview"));
    connect(m_preview, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter* printer) { printNow().paint(*printer); });

    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    buildChoices(column);
    buildTarget(column);
    column->addSpacing(8);
    column->addWidget(m_notice);
    column->addStretch(1);
    buildButtons(column);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(16);
    all->addLayout(column);
    all->addWidget(m_preview, 1);
    resize(920, 660);
    refresh();
    m_print->setFocus();
}

PrintDialog::~PrintDialog()
{
    delete m_preview; // it paints on the device, which goes before the children of a widget do
}

void PrintDialog::buildChoices(QVBoxLayout* column)
{
    const bool hasStaff = !m_subject.staffHere().empty();
    const bool hasCard = m_subject.selected && m_subject.selected->client.isValid();
    const std::tuple<PrintKind, const char*, QString, bool> kinds[] = {
        {PrintKind::DayOfAll, "printDayOfAll", tr("&Day, all staff"), true},
        {PrintKind::DayOfOne, "printDayOfOne", tr("Day, &one staff member"), hasStaff},
        {PrintKind::WeekOfOne, "printWeekOfOne", tr("&Week of one staff member"), hasStaff},
        {PrintKind::Card, "printCard",
         hasCard ? tr("Appointment &card for %1")
                       .arg(QString(m_subject.selected->clientName).replace(u'&', QStringLiteral("&&")))
                 : tr("Appointment &card (select an appointment first)"),
         hasCard}};
    for (const auto& [kind, name, text, possible] : kinds) {
        auto* button = new QRadioButton(text, this);
        button->setObjectName(QLatin1StringView(name));
        button->setEnabled(possible);
        button->setMaximumWidth(300);
        m_kinds->addButton(button, int(kind));
        column->addWidget(button);
    }
    m_kinds->button(int(PrintKind::DayOfAll))->setChecked(true);
    // A mnemonic presses its button at once and clicks it a moment later, which may be after Enter.
    connect(m_kinds, &QButtonGroup::idPressed, this, [this](int id) { m_kinds->button(id)->setChecked(true); });
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            refresh();
    });

    m_staff->setObjectName(QStringLiteral("printStaff"));
    for (const Resource& staff : m_subject.staffHere()) {
        m_staff->addItem(staff.name, staff.id.value());
        if (staff.id == m_subject.staff)
            m_staff->setCurrentIndex(m_staff->count() - 1);
    }
    labelFor(tr("S&taff member"), m_staff, column);
    connect(m_staff, &QComboBox::currentIndexChanged, this, &PrintDialog::refresh);

    m_phone->setObjectName(QStringLiteral("printPhone"));
    m_phone->setMaxLength(60);
    if (m_around.settings != nullptr)
        m_phone->setText(m_around.settings->value(PhoneKey).toString());
    m_phoneLabel = labelFor(tr("P&hone of the business, on the card"), m_phone, column);
    connect(m_phone, &QLineEdit::textChanged, this, &PrintDialog::refresh);
}

void PrintDialog::buildTarget(QVBoxLayout* column)
{
    m_paper->setObjectName(QStringLiteral("printPaper"));
    const std::optional<PaperSize> last =
        m_around.settings != nullptr ? paperFromName(m_around.settings->value(PaperKey).toString()) : std::nullopt;
    for (const PaperSize size : {PaperSize::A4, PaperSize::Letter})
        m_paper->addItem(nameOf(size));
    m_paper->setCurrentText(nameOf(last.value_or(usualPaper(locale()))));
    labelFor(tr("Pa&per"), m_paper, column);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &PrintDialog::refresh);

    m_target->setObjectName(QStringLiteral("printTarget"));
    m_target->addItems(m_around.printers);
    m_target->addItem(tr("PDF file"));
    m_target->setMaximumWidth(300);
    labelFor(tr("P&rint on"), m_target, column);
    connect(m_target, &QComboBox::currentIndexChanged, this, &PrintDialog::refresh);

    m_file->setObjectName(QStringLiteral("printFile"));
    m_fileLabel = labelFor(tr("&File"), m_file, column);
    connect(m_file, &QLineEdit::textChanged, this, &PrintDialog::sayIfThere);
}

void PrintDialog::buildButtons(QVBoxLayout* column)
{
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("printCancel"));
    cancel->setAutoDefault(false);
    m_print->setObjectName(QStringLiteral("printButton"));
    m_print->setDefault(true);
    connect(m_print, &QPushButton::clicked, this, &PrintDialog::print);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_print);
    column->addLayout(buttons);
}

PrintKind PrintDialog::kind() const
{
    return PrintKind(m_kinds->checkedId());
}

ResourceId PrintDialog::staff() const
{
    return ResourceId(m_staff->currentData().toLongLong());
}

PaperSize PrintDialog::paper() const
{
    return paperFromName(m_paper->currentText()).value_or(PaperSize::A4);
}

bool PrintDialog::toFile() const
{
    return m_target->currentIndex() == m_target->count() - 1;
}

const std::optional<std::vector<Appointment>>& PrintDialog::rows() const
{
    return kind() == PrintKind::WeekOfOne ? m_week : m_subject.rows;
}

Print PrintDialog::printNow() const
{
    return printOf(m_subject, kind(), staff(), paper(), m_phone->text().trimmed(),
                   rows().value_or(std::vector<Appointment>()));
}

/// A choice has changed, or what was chosen has been read.
void PrintDialog::refresh()
{
    m_printWhenRead = false;
    const bool card = kind() == PrintKind::Card;
    m_staff->setEnabled(kind() == PrintKind::DayOfOne || kind() == PrintKind::WeekOfOne);
    m_phone->setVisible(card);
    m_phoneLabel->setVisible(card);
    m_file->setVisible(toFile());
    m_fileLabel->setVisible(toFile());
    m_print->setText(toFile() ? tr("Save as PDF") : tr("Print"));
    m_print->setEnabled(true);
    m_notice->say({});
    const Print print = printNow();
    if (!m_file->isModified()) {
        const QString folder =
            m_around.settings != nullptr ? m_around.settings->value(FolderKey).toString() : QString();
        m_file->setText(QDir(QFileInfo(folder).isDir() ? folder : documents()).filePath(print.fileName));
    }
    sayIfThere();
    if (!rows() && !card) {
        m_notice->say(tr("Reading the appointments …"));
        askRows();
    }
    setPaper(*m_device, paper(), print.orientation);
    m_preview->updatePreview();
    m_preview->fitInView();
}

void PrintDialog::askRows()
{
    const PrintKind asked = kind();
    m_around.readRows(m_subject.location, m_subject.range(asked), this,
                      [this, asked](const std::optional<std::vector<Appointment>>& rows) { rowsRead(asked, rows); });
}

void PrintDialog::rowsRead(PrintKind asked, const std::optional<std::vector<Appointment>>& read)
{
    const bool wanted = m_printWhenRead;
    if (read)
        (asked == PrintKind::WeekOfOne ? m_week : m_subject.rows) = read;
    if ((kind() == PrintKind::WeekOfOne) != (asked == PrintKind::WeekOfOne))
        return;
    if (!read) {
        m_printWhenRead = false;
        m_print->setEnabled(false);
        m_notice->say(tr("The database can't be reached: these appointments can't be read now."));
        return;
    }
    refresh();
    if (wanted)
        print();
}

/// Whoever saves into a file that is there should know before.
void PrintDialog::sayIfThere()
{
    if (toFile() && QFileInfo::exists(m_file->text()))
        m_notice->say(tr("This file is there already and will be replaced."));
    else
        m_notice->say({});
}

void PrintDialog::print()
{
    if (!rows() && kind() != PrintKind::Card) {
        m_printWhenRead = true;
        return;
    }
    if (m_around.settings != nullptr) {
        m_around.settings->setValue(PaperKey, nameOf(paper()));
        m_around.settings->setValue(PhoneKey, m_phone->text().trimmed());
    }
    const Print now = printNow();
    if (toFile())
        saveTo(m_file->text(), now);
    else
        printTo(m_target->currentText(), now);
}

void PrintDialog::printTo(const QString& name, const Print& print)
{
    QPrinter printer(QPrinterInfo::printerInfo(name), QPrinter::HighResolution);
    printer.setDocName(print.title);
    if (!printer.isValid() || print.paint(printer) == 0 || printer.printerState() == QPrinter::Error) {
        m_notice->say(tr("%1 doesn't print. Is it switched on? A PDF file can be saved instead.").arg(name));
        return;
    }
    emit said(tr("%1: sent to %2").arg(print.title, name));
    accept();
}

void PrintDialog::saveTo(const QString& file, const Print& print)
{
    const PdfWritten written = writePdf(file, print.title, print.paint);
    if (!written.problem.isEmpty()) {
        m_notice->say(tr("%1 can't be written: %2").arg(file, written.problem));
        return;
    }
    if (m_around.settings != nullptr)
        m_around.settings->setValue(FolderKey, QFileInfo(file).absolutePath());
    emit said(tr("%1: saved as %2").arg(print.title, QDir::toNativeSeparators(file)));
    accept();
}

} // namespace frontdesk
