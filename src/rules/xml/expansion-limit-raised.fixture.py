# python: 3.15
from xml.parsers import expat
from xml.parsers.expat import ParserCreate

MEBI = 1 << 20


def raised():
    parser = expat.ParserCreate()
    parser.SetBillionLaughsAttackProtectionMaximumAmplification(10000.0)  # fail: raised
    #                                                           ^^^^^^^
    parser.SetBillionLaughsAttackProtectionActivationThreshold(512 * MEBI)  # fail: raised
    parser.SetAllocTrackerMaximumAmplification(1e6)  # fail: raised
    parser.SetAllocTrackerActivationThreshold(1024 * 1024 * 1024)  # fail: raised


def chosen(limit):
    parser = ParserCreate()
    parser.SetAllocTrackerMaximumAmplification(limit)  # open: unknown


def lowered():
    parser = ParserCreate()
    parser.SetBillionLaughsAttackProtectionMaximumAmplification(20.0)  # pass: the limit is at most the default
    parser.SetBillionLaughsAttackProtectionActivationThreshold(MEBI)  # pass: the limit is at most the default
    parser.SetAllocTrackerActivationThreshold(8 * MEBI)  # pass: the limit is at most the default


class Speaker:
    def SetAllocTrackerMaximumAmplification(self, factor):
        pass


def unrelated(data):
    Speaker().SetAllocTrackerMaximumAmplification(1e6)  # nothing: another method
    ParserCreate().Parse(data)  # nothing: the default
    ParserCreate().buffer_size = 1 << 24  # nothing: another setting
