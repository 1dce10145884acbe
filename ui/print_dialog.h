#pragma once

#include "ui/print_subject.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPrintPreviewWidget;
class QPrinter;
class QPushButton;
class QSettings;
class QVBoxLayout;

namespace frontdesk
{

class Notice;

/// Ctrl+P: what to print, on which paper, to a printer or into a PDF file, with a preview. The focus stands on Print,
/// so that Enter prints the day. Somebody asked for it: unlike other dialogs it takes keys at once.
class PrintDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Reads the rows of a location in a range; nothing when they can't be read. The answer comes later, unless the
    /// context is gone.
    using Answer = std::function<void(const std::optional<std::vector<Appointment>>&)>;
    using ReadRows = std::function<void(LocationId, TimeSlot, QObject* context, const Answer&)>;

    /// What is there to print on, and how the last print was made. The settings outlive the dialog.
    struct Surroundings {
        QStringList printers; ///< the usual one first; none: a file is all there is
        QSettings* settings = nullptr;
        ReadRows readRows;
    };
    PrintDialog(const PrintSubject& subject, Surroundings surroundings, QWidget* parent = nullptr);
    ~PrintDialog() override;

    /// The system's, the usual one first.
    [[nodiscard]] static QStringList systemPrinters();

signals:
    /// It is printed, or saved: one line for the status bar.
    void said(const QString& text);

private:
    void buildChoices(QVBoxLayout* column);
    void buildTarget(QVBoxLayout* column);
    void buildButtons(QVBoxLayout* column);
    void refresh();
    void askRows();
    void rowsRead(PrintKind kind, const std::optional<std::vector<Appointment>>& rows);
    void print();
    void printTo(const QString& printer, const Print& print);
    void saveTo(const QString& file, const Print& print);
    void sayIfThere();
    [[nodiscard]] PrintKind kind() const;
    [[nodiscard]] ResourceId staff() const;
    [[nodiscard]] PaperSize paper() const;
    [[nodiscard]] bool toFile() const;
    [[nodiscard]] const std::optional<std::vector<Appointment>>& rows() const;
    [[nodiscard]] Print printNow() const;

    PrintSubject m_subject;
    Surroundings m_around;
    std::optional<std::vector<Appointment>> m_week;
    bool m_printWhenRead = false; ///< Enter came before the rows did
    std::unique_ptr<QPrinter> m_device;

    QButtonGroup* m_kinds;
    QComboBox* m_staff;
    QLineEdit* m_phone;
    QComboBox* m_paper;
    QComboBox* m_target;
    QLineEdit* m_file;
    QLabel* m_fileLabel;
    QLabel* m_phoneLabel;
    Notice* m_notice;
    QPushButton* m_print;
    QPrintPreviewWidget* m_preview;
};

} // namespace frontdesk
