import threading
import time

import darvaza
from darvaza import Decision, Traveller


def test_many_threads_share_a_screener_while_lists_are_swapped(index, small_index, nader):
    """Each answer is one index's or the other's, and no batch mixes the two."""
    mixed, failures = [], []
    done = threading.Event()
    with darvaza.Screener(index) as screener:
        expected = {screener.screen(nader).json()}
        screener.swap(small_index)
        expected.add(screener.screen(nader).json())
        assert len(expected) == 2

        def screen():
            try:
                while not done.is_set():
                    answers = screener.screen_batch([nader] * 4, threads=1)
                    lines = {answer.json() for answer in answers}
                    if len(lines) != 1 or not lines <= expected:
                        mixed.append(lines)
            except BaseException as failure:
                failures.append(failure)

        threads = [threading.Thread(target=screen) for _ in range(16)]
        for thread in threads:
            thread.start()
        for i in range(100):
            screener.swap(index if i % 2 else small_index)
        done.set()
        for thread in threads:
            thread.join()
    assert not failures and not mixed


def test_a_batch_gives_up_the_gil(screener, nader):
    """A thread of Python goes on counting while another one searches."""
    searching = threading.Thread(
        target=lambda: screener.screen_batch([nader] * 3000, exhaustive=True, threads=1)
    )
    begin = time.monotonic()
    searching.start()
    counted = 0
    while searching.is_alive():
        counted += 1
        time.sleep(0.001)
    # Without the GIL given up, the count stands still for as long as the search takes.
    assert counted > (time.monotonic() - begin) * 1000 / 20


def test_closing_while_others_screen_is_safe(index, nader):
    for _ in range(20):
        screener = darvaza.Screener(index)
        decisions = []

        def screen():
            try:
                while True:
                    decisions.append(screener.screen(nader).decision)
            except ValueError:
                pass  # closed

        threads = [threading.Thread(target=screen) for _ in range(4)]
        for thread in threads:
            thread.start()
        while not decisions:
            time.sleep(0.001)
        screener.close()
        for thread in threads:
            thread.join()
        assert set(decisions) == {Decision.HIT}


def test_travellers_may_change_while_they_are_screened(screener):
    """What is asked is what stood there when the call began."""
    traveller = Traveller(names=["Chidi OKONKWO"])
    done = threading.Event()

    def change():
        while not done.is_set():
            traveller.names = ["".join(["Chidi ", "OKONKWO"]), "Chidi"]
            traveller.id = "".join(["t", "1"])

    changing = threading.Thread(target=change)
    changing.start()
    for _ in range(200):
        assert screener.screen_batch([traveller] * 20)[0].decision is Decision.CLEAR
    done.set()
    changing.join()
