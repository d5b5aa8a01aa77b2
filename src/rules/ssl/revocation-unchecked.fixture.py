import ssl
from ssl import VERIFY_CRL_CHECK_CHAIN, SSLContext


def unused(connection, host):
    context = ssl.create_default_context()
    context.load_verify_locations("revoked.crl")  # fail: unused
    return context.wrap_socket(connection, server_hostname=host)


def unused_by_keyword(connection, host):
    context = SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cafile="/etc/pki/intermediate.crl")  # fail: unused
    return context.wrap_socket(connection, server_hostname=host)


def unused_folder(connection):
    context = SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_REQUIRED  # open: clients
    context.load_verify_locations(None, "/etc/pki/crl")  # fail: unused
    return context.wrap_socket(connection, server_side=True)


def other_flag(connection, host):
    context = ssl.create_default_context()
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_verify_locations("ca-crl.pem")  # fail: unused
    return context.wrap_socket(connection, server_hostname=host)


def leaf_only(connection, host):
    context = ssl.create_default_context()
    context.load_verify_locations("revoked.crl")
    context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF  # open: leaf
    return context.wrap_socket(connection, server_hostname=host)


def no_list(connection, host):
    context = ssl.create_default_context()
    context.verify_flags = context.verify_flags | ssl.VERIFY_CRL_CHECK_CHAIN  # open: nothing-loaded
    return context.wrap_socket(connection, server_hostname=host)


def clients(connection):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile="clients.pem")
    context.verify_mode = ssl.CERT_REQUIRED  # open: clients
    return context.wrap_socket(connection, server_side=True)


def checked(connection, host):
    context = ssl.create_default_context()
    context.load_verify_locations("revoked.crl")
    context.verify_flags |= ssl.VERIFY_CRL_CHECK_CHAIN  # pass: the certificates of the whole chain are looked up in the revocation lists that are loaded
    return context.wrap_socket(connection, server_hostname=host)


def checked_by_another_name(connection, host):
    context = SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations("ca-and-crl.pem")
    context.verify_flags = VERIFY_CRL_CHECK_CHAIN | ssl.VERIFY_X509_STRICT  # pass: the certificates of the whole chain are looked up in the revocation lists that are loaded
    return context.wrap_socket(connection, server_hostname=host)


class Server:
    def start(self, connection):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, capath="/etc/pki/clients")
        context.verify_mode = ssl.CERT_REQUIRED
        context.verify_flags |= ssl.VerifyFlags.VERIFY_CRL_CHECK_CHAIN  # pass: the certificates of the whole chain are looked up in the revocation lists that are loaded
        return context.wrap_socket(connection, server_side=True)


def handed_out():
    context = ssl.create_default_context()
    context.load_verify_locations("revoked.crl")  # nothing: whoever gets it may ask for the list
    return context


def authorities(connection, host):
    context = ssl.create_default_context()
    context.load_verify_locations("ca.pem")  # nothing: authorities
    context.verify_flags |= ssl.VERIFY_X509_STRICT  # nothing: says nothing of revocation
    return context.wrap_socket(connection, server_hostname=host)
