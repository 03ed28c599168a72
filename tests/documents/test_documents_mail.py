"""A mail is its own text and what was sent along."""

from email.message import EmailMessage

from document_checks import check, said
from document_samples import PLAIN, eml, pdf

from klaar.documents import Gap, read_document, read_mail


def test_the_head_and_the_body() -> None:
    document = read_document(eml(), "a.eml")
    assert document.format == "mail"
    assert document.title == "Storing aan kassa één"
    assert said(document, "furniture") == [
        "From: Noor de Boer <noor@tolhuis.example>",
        "To: Winkel <winkel@example.org>",
        "Date: Mon, 14 Sep 2026 09:30:00 +0200",
        "Subject: Storing aan kassa één",
    ]
    assert said(document, "paragraph") == ["Dag Sam,", "Wij komen uiterlijk dinsdag langs."]
    assert said(document, "quote") == ["> Wanneer komen jullie?"]
    check(document)


def test_what_was_sent_along() -> None:
    mail = read_mail(eml(), "a.eml")
    assert (mail.subject, mail.date) == ("Storing aan kassa één", "2026-09-14T09:30:00+02:00")
    assert mail.sender == "Noor de Boer <noor@tolhuis.example>"
    assert [document.name for document in mail.documents] == ["a.eml", "overeenkomst.txt"]
    assert mail.attachments[0].text.strip() == PLAIN.strip()
    assert mail.document.gaps == (Gap("attachment_unread", detail="foto.png: unknown_type"),)


def test_a_mail_in_a_mail_with_a_contract() -> None:
    inner = EmailMessage()
    inner["Subject"] = "Het contract"
    inner.set_content("Zie de bijlage.")
    inner.add_attachment(pdf(), maintype="application", subtype="pdf", filename="contract.pdf")
    outer = EmailMessage()
    outer["Subject"] = "Doorgestuurd"
    outer.set_content("Hierbij.")
    outer.add_attachment(inner)
    mail = read_mail(outer.as_bytes(), "a.eml")
    assert [document.format for document in mail.documents] == ["mail", "mail", "pdf"]
    assert mail.attachments[0].title == "Het contract"


def test_html_is_taken_where_the_plain_version_says_nothing() -> None:
    message = EmailMessage()
    message["Subject"] = "Prijs"
    message.set_content("Bekijk deze mail in uw browser.")
    rows = "".join(f"<tr><td>Kaart {n}</td><td>{n} euro</td></tr>" for n in range(1, 9))
    message.add_alternative(f"<p>De prijzen:</p><table>{rows}</table>", subtype="html")
    document = read_document(message.as_bytes(), "a.eml")
    assert len(document.tables[0].rows) == 8
    assert document.text[document.tables[0].start :].startswith("Kaart 1 | 1 euro")
    check(document)


def test_a_pasted_mail_in_a_text_file_stays_text() -> None:
    text = "From: Sam\nDate: 3 May\nSubject: Oven\n\nThe oven is cold.\n"
    document = read_document(text.encode(), "thread.txt")
    assert (document.format, document.text) == ("text", text)


def test_a_mail_is_known_by_its_head() -> None:
    assert read_document(eml(attached=False), "bericht").format == "mail"
