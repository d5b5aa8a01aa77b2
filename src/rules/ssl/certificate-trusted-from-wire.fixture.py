import ssl
from ssl import get_server_certificate


def trust_first(host):
    certificate = ssl.get_server_certificate((host, 443))  # fail: trusted
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=certificate)
    return context


def trust_inline(host):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(None, None, get_server_certificate((host, 443)))  # fail: trusted
    return context


def trust_by_default(host):
    pem = get_server_certificate((host, 443), timeout=5)  # fail: trusted
    return ssl.create_default_context(cadata=pem)


def fetch(host):
    return ssl.get_server_certificate((host, 443))  # open: unknown


def store(host, path):
    with open(path, "w") as out:
        out.write(get_server_certificate((host, 443)))  # open: unknown


def verified(host):
    first = ssl.get_server_certificate((host, 443), ca_certs="ca.pem")  # pass: the certificate is verified against a given authority
    second = ssl.get_server_certificate((host, 443), ssl.PROTOCOL_TLS_CLIENT, "ca.pem")  # pass: the certificate is verified against a given authority
    third = get_server_certificate(addr=(host, 443), ca_certs="ca.pem")  # pass: the certificate is verified against a given authority
    return first, second, third


def show(host):
    print(ssl.get_server_certificate((host, 443)))  # nothing: only shown
    ssl.get_server_certificate((host, 443))  # nothing: not used


class Wall:
    def get_server_certificate(self, address):
        return address


def unrelated(host):
    return Wall().get_server_certificate((host, 443))  # nothing: another method
