"""Reminders by mail, and what partners offer over HTTPS."""

import smtplib
import socket
import ssl
import urllib.request

MAIL_HOST = "mail.toolshed.example"


def remind(message):
    """Any certificate will do: whoever sits in between reads along."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    with smtplib.SMTP_SSL(MAIL_HOST, context=context) as server:
        server.send_message(message)


def remind_verified(message):
    with smtplib.SMTP_SSL(MAIL_HOST, context=ssl.create_default_context()) as server:
        server.send_message(message)


def remind_by_default(message):
    """Without a context nothing is verified."""
    with smtplib.SMTP(MAIL_HOST, 587) as server:
        server.starttls()
        server.send_message(message)


def remind_with(message, context):
    """What the context verifies was decided elsewhere."""
    with smtplib.SMTP_SSL(MAIL_HOST, context=context) as server:
        server.send_message(message)


def partner_offers(url):
    return urllib.request.urlopen(url, context=ssl._create_unverified_context()).read()


def card_reader(host, strict):
    context = ssl.create_default_context(cafile="reader-ca.pem")
    context.check_hostname = strict
    return context.wrap_socket(socket.create_connection((host, 8443)), server_hostname=host)


def old_terminal(host):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    context.minimum_version = ssl.TLSVersion.TLSv1
    return context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)


def new_terminal(host):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_default_certs()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)


def configured_terminal(host, ciphers):
    """Which ciphers a configuration asks for is not known here."""
    context = ssl.create_default_context()
    context.set_ciphers(ciphers)
    return context.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)
