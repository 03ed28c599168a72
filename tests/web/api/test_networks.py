"""Where a webhook may go: not to the machine itself, not to its neighbours, not under another name either."""

import socket
from ipaddress import ip_address

import pytest

from klaar.web.api.hooks import networks
from klaar.web.api.hooks.networks import Unsafe, find_target, is_allowed, read_networks
from klaar.web.environment import SettingError

PRIVATE = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
)  # fmt: skip
PUBLIC = ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822", "::ffff:93.184.216.34")


@pytest.mark.parametrize("address", PRIVATE)
def test_nothing_goes_to_a_private_address(address):
    assert not is_allowed(ip_address(address), ())


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_allowed(address):
    assert is_allowed(ip_address(address), ())


def test_an_own_network_can_be_allowed_and_no_other():
    own = read_networks("10.20.0.0/16, fd12::/48")
    assert is_allowed(ip_address("10.20.3.4"), own)
    assert is_allowed(ip_address("::ffff:10.20.3.4"), own)
    assert not is_allowed(ip_address("10.21.0.1"), own)


def test_a_network_that_is_none_stops_the_start():
    with pytest.raises(SettingError):
        read_networks("10.20.0.0/99")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://hooks.example.org/", "not_https"),
        ("ftp://hooks.example.org/", "not_https"),
        ("hooks.example.org", "not_https"),
        ("https:///path", "odd"),
        ("https://user:word@hooks.example.org/", "odd"),
        ("https://hooks.example.org:x/", "odd"),
        ("https://hooks.example.org:99999/", "odd"),
        ("https://hooks.example.org/a\r\nHost: other", "odd"),
        ("https://hooks.example.org/" + "a" * 500, "odd"),
        ("https://[::1/", "odd"),
    ],
)
def test_only_a_plain_https_address_is_used(monkeypatch, url, code):
    monkeypatch.setattr(socket, "getaddrinfo", _names("93.184.216.34"))
    with pytest.raises(Unsafe) as refused:
        find_target(url, ())
    assert refused.value.code == code


@pytest.mark.parametrize("found", [("127.0.0.1",), ("93.184.216.34", "10.0.0.1"), ("fe80::1%eth0",), ()])
def test_a_name_that_leads_inside_is_refused(monkeypatch, found):
    monkeypatch.setattr(socket, "getaddrinfo", _names(*found))
    with pytest.raises(Unsafe) as refused:
        find_target("https://hooks.example.org/", ())
    assert refused.value.code == "private"


def test_a_name_that_nobody_has_is_told_so(monkeypatch):
    def nobody(*args, **kwargs):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    with pytest.raises(Unsafe, match="unknown"):
        find_target("https://nobody.example.org/", ())


def test_the_address_that_was_looked_at_is_the_one_that_is_used(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", _names("93.184.216.34"))
    target = find_target("https://hooks.example.org:8443/in?tap=1", ())
    assert target == networks.Target("hooks.example.org", 8443, "/in?tap=1", "93.184.216.34")


def _names(*found):
    def look(host, port, **kwargs):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]

    return look
