#!/usr/bin/python3
"""A synthetic person at a screen: looks at what it shows, moves the mouse, and presses the space bar.

Usage: person.py JSON, with {"display": ":7", "seed": 1, "start": [x, y], "column": x, "colour": [r, g, b],
"biasMs": -20, "spreadMs": 30, "reactMs": 230, "reactSpreadMs": 35, "lagMs": 45}

It knows nothing of the page but where Start is, the colour of what moves, and the column of the screen that this
crosses; and the order of the exercise, as its words tell people: practice, two parts to tap, discs. Prints "looks" once
it sees the screen, and "done" at the end. lagMs is what a screen and a keyboard add on people's own computers.

Licence: MIT, as the rest of the project.
"""
import json
import random
import statistics
import sys
import time

from Xlib import X, XK, display
from Xlib.ext import xtest

TAP_PARTS = 3
DISCS = 12
# Rows of the colour that make a ball or a disc, pixels: more than any letter has.
LEAST_ROWS = 20
# A compressed picture is so far off in a channel, of 255.
OFF_COLOUR = 40
# Between two looks, s.
LOOK_S = 0.002
# A key stays down, s: as fingers hold it. Source: Aalto sample, 85 ms for 4 people (computed 2026-11-20).
HOLD_S, HOLD_SPREAD_S = 0.085, 0.012
# Words are read for so long, s.
READ_S = 1.5
# Nothing was begun by a press that shows nothing for so long, s: the page rests for 1.4 at most.
AGAIN_S = 5.0
# A ball that rests or is gone for so long is at its end, s.
OVER_S = 0.7
# Beats of the past that the next is expected by.
BEATS = 6
# Height at which passing down and up is noted, as a share of the highest: the middle of both is the contact.
LEVEL = 0.35
# A run takes so long at most, s.
GIVE_UP_S = 170


class Eye:
    """Sees one column of the screen: rows in the colour, or none."""

    def __init__(self, screen, column, colour):
        self.root = screen.screen().root
        self.column = column
        self.rows = self.root.get_geometry().height
        # Pixels come as blue, green, red.
        self.near = [
            bytes(int(abs(value - wanted) <= OFF_COLOUR) for value in range(256))
            for wanted in reversed(colour)
        ]

    def look(self):
        """When, and how low the coloured rows reach; None where there are too few."""
        image = self.root.get_image(self.column, 0, 1, self.rows, X.ZPixmap, 0xFFFFFFFF)
        now = time.monotonic()
        rows = -1
        for channel, near in enumerate(self.near):
            rows &= int.from_bytes(image.data[channel::4].translate(near), "big")
        found = rows.to_bytes(self.rows, "big")
        if found.count(1) < LEAST_ROWS:
            return now, None
        return now, found.rfind(1)


class Bounces:
    """From how high a ball is to when it touched the ground, as soon as that can be known."""

    def __init__(self, first_at, ground):
        self.ground = ground
        self.highest = 0
        self.last = (first_at, 0)
        self.down_at = None
        self.touched = [first_at]

    def see(self, at, bottom):
        """Notes a look. Out: whether the ball is known to have touched the ground since."""
        height = self.ground - bottom
        last_at, last = self.last
        if height == last:
            return False
        self.last = (at, height)
        self.highest = max(self.highest, height)
        level = LEVEL * self.highest
        if height <= level < last:
            self.down_at = between(last_at, at, (last - level) / (last - height))
        elif last <= level < height and self.down_at is not None:
            up_at = between(last_at, at, (level - last) / (height - last))
            self.touched.append((self.down_at + up_at) / 2)
            self.down_at = None
            return True
        return False

    def next_at(self):
        """When the next contact is expected."""
        return expect_next(self.touched[-BEATS:])


def between(start, end, share):
    return start + share * (end - start)


def expect_next(times):
    """Continues times that are even, but for scatter and for some that were not seen. In: two or more."""
    period = statistics.median(b - a for a, b in zip(times, times[1:]))
    counts = [0]
    for before, after in zip(times, times[1:]):
        counts.append(counts[-1] + max(1, round((after - before) / period)))
    slope, start = statistics.linear_regression(counts, times)
    return start + slope * (counts[-1] + 1)


class Person:
    """Looks and presses, one thing after another, as fast as the screen is read."""

    def __init__(self, given):
        self.given = given
        self.chance = random.Random(given["seed"])
        self.screen = display.Display(given["display"])
        self.eye = Eye(self.screen, given["column"], given["colour"])
        self.space = self.screen.keysym_to_keycode(XK.XK_space)
        self.due = []
        self.end_at = time.monotonic() + GIVE_UP_S

    def about(self, middle, spread):
        """Seconds, from ms with human scatter."""
        return self.chance.gauss(middle, spread) / 1000

    def send(self, kind, detail=0, x=0, y=0):
        xtest.fake_input(self.screen, kind, detail, x=x, y=y)
        self.screen.sync()

    def press_at(self, at):
        """Plans a press that leaves the hand at that moment; it arrives the device's lag later."""
        down = at + self.given["lagMs"] / 1000
        up = down + max(0.03, self.chance.gauss(HOLD_S, HOLD_SPREAD_S))
        self.due += [(down, X.KeyPress), (up, X.KeyRelease)]
        self.due.sort()

    def react_at(self, seen_at):
        given = self.given
        return seen_at + max(0.12, self.about(given["reactMs"], given["reactSpreadMs"]))

    def act(self):
        """Does what is due, and waits until the next look."""
        now = time.monotonic()
        if now > self.end_at:
            sys.exit(f"expected the exercise to end within {GIVE_UP_S} s")
        while self.due and self.due[0][0] <= now:
            self.send(self.due.pop(0)[1], self.space)
        wait = min(LOOK_S, self.due[0][0] - now) if self.due else LOOK_S
        time.sleep(max(0.0, wait))

    def look(self):
        self.act()
        return self.eye.look()

    def wait_until(self, is_there, within):
        """Looks until a ball or disc is there, or is not. Out: when and where, or None if it does not come."""
        until = time.monotonic() + within
        while True:
            at, bottom = self.look()
            if (bottom is not None) == is_there:
                return at, bottom
            if at > until:
                return None

    def read(self):
        """Waits until nothing moves, and reads the words."""
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < READ_S:
            at, bottom = self.look()
            if bottom is not None:
                quiet_since = at

    def begin(self):
        """Presses to begin a part. Out: when and where something was first seen."""
        for _ in range(4):
            self.read()
            self.press_at(time.monotonic())
            seen = self.wait_until(True, AGAIN_S)
            if seen is not None:
                return seen
        sys.exit("expected a ball or a disc after a press, got none")

    def tap_along(self):
        first_at, ground = self.begin()
        bounces = Bounces(first_at, ground)
        # Nobody knows the beat yet: the first tap is a reaction.
        self.press_at(self.react_at(first_at))
        moved_at = first_at
        before = ground
        while True:
            at, bottom = self.look()
            if bottom is not None and bottom != before:
                moved_at = at
                before = bottom
                if bounces.see(at, bottom):
                    given = self.given
                    self.press_at(bounces.next_at() + self.about(given["biasMs"], given["spreadMs"]))
            if at - moved_at > OVER_S:
                break
        self.wait_until(False, AGAIN_S)
        return len(bounces.touched)

    def react(self):
        seen = self.begin()
        for count in range(1, DISCS + 1):
            self.press_at(self.react_at(seen[0]))
            self.wait_until(False, AGAIN_S)
            if count < DISCS:
                # Where none comes this time, one comes later: three in all stay away.
                seen = self.wait_until(True, 25)
                if seen is None:
                    return count
        return DISCS

    def wander(self, to):
        """Moves the mouse about, and to a place, as hands do."""
        x, y = to[0] - 120, to[1] - 60
        for step in range(450):
            x += round(self.chance.gauss((to[0] - x) / 20, 6))
            y += round(self.chance.gauss((to[1] - y) / 20, 4))
            self.send(X.MotionNotify, 0, max(0, x), max(0, y))
            time.sleep(0.008)
        self.send(X.MotionNotify, 0, *to)
        time.sleep(0.3)

    def start(self):
        self.wander(self.given["start"])
        self.send(X.ButtonPress, 1)
        time.sleep(0.09)
        self.send(X.ButtonRelease, 1)
        time.sleep(1)

    def run(self):
        print("looks", flush=True)
        self.start()
        beats = [self.tap_along() for _ in range(TAP_PARTS)]
        discs = self.react()
        until = time.monotonic() + 1
        while time.monotonic() < until:
            self.look()
        print(f"done: {beats} beats, {discs} discs", flush=True)


if __name__ == "__main__":
    Person(json.loads(sys.argv[1])).run()
