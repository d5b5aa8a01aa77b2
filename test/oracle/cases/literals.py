# Numbers, strings and bytes.
0; 00; 0_0; 1; 1_000; 123456789; 9007199254740993; 18446744073709551616; 340282366920938463463374607431768211455
0x1f; 0X1F; 0xdead_beef; 0x_1; 0xffffffffffffffffffffffff
0o17; 0O17; 0o_7; 0o777777777777777777777777777
0b101; 0B101; 0b_1; 0b11111111111111111111111111111111111111111111111111111111111111111111
1.0; 1.; .1; 1e5; 1E5; 1e+5; 1e-5; 1_0.0_1; 1_0e1_0; 1.e1; .1e1; 00.1; 01.5; 09.5; 09e1; 0e0; 0.0; 1e400; 1e-400
5e-324; 1.7976931348623157e308; 2.2250738585072011e-308; 0.1; 123456789012345678901234567890.0
1j; 1J; 1.0j; .1j; 1e5j; 00j; 1_0j; 09j; 1.j; 0j; 1e400j
-1; --1; +1; ~1; -1j; -1.0
1if 2else 3
0x1for x in y
1 .real; 1..real; 1.0.real; 1j.imag; 0xf.real
[1]or 2
''; ""; ''''''; """"""
'a'; "a"; '''a'''; """a"""
'a' 'b'; 'a' "b" '''c''' """d"""
'a''b'
'\a\b\f\n\r\t\v\\\'\"'
"\a\b\f\n\r\t\v\\\'\""
'\0'; '\00'; '\000'; '\1'; '\12'; '\123'; '\1234'; '\8'; '\9'; '\377'; '\400'; '\777'
'\x00'; '\x41'; '\xff'; '\xFF1'
'\u0041'; '\u20ac'; '\ud800'; '\udfff'; '\ud83d\ude00'; '\ude00\ud83d'
'\U00000041'; '\U0001f600'; '\U0010ffff'; '\U0000d800'
'\N{BULLET}'; '\N{bullet}'; '\N{LATIN SMALL LETTER E WITH ACUTE}'; '\N{GREEK SMALL LETTER ALPHA}'
'\N{SPACE}'; '\N{CJK UNIFIED IDEOGRAPH-4E00}'; '\N{HANGUL SYLLABLE GAG}'; '\N{GRINNING FACE}'; '\N{NULL}'; '\N{NBSP}'
'\d\w\s\c\ \é'
'a\
b'
'''a
b'''
'''a\
b'''
"""a"b""c"""
'''\''''
'''a\'''b'''
r'\n'; R'\n'; r'\''; r"\""; r'\\'; r'\N{x}'; r'\x'
r'a\
b'
r'''a\
b'''
u'a'; U'a'; u'é'; u'''a'''
b''; b'a'; B'a'; b"a"; b'''a'''; b'\x00\xff'; b'\n\t\\\''; b'\0\12\377'; b'\400'; b'\u0041\N{x}\U0001'; b'\d'
br'\n'; bR'\n'; Br'\n'; BR'\n'; rb'\n'; rB'\n'; Rb'\n'; RB'\n'
b'a' b'b'; b'a' rb'\b'
b'a\
b'
b'''a
b'''
'é€😀'; 'é' 'ü'; '''é
ü'''
"a" \
"b"
("a"
 # comment
 "b")
...; None; True; False
... . a
Ellipsis
''.join
b''.join
'%s' % a
'😀'.a; 'é' + b
x = 'é'; y = 1
