package careledger.api.explorer.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for texts where they touch no other text. */
final class LabelRoom {
    /** Numbers that touch are read as one. */
    private static final double APART = 4;

    private final Box whole;
    private final List<Drawing.Label> placed = new ArrayList<>();
    private final List<Box> taken = new ArrayList<>();

    LabelRoom(Box whole) {
        this.whole = whole;
    }

    /** A text whose place is given. */
    void put(String text, Box box) {
        placed.add(new Drawing.Label(text, box));
    }

    /** Something that is no text and must stay free. */
    void take(Box box) {
        taken.add(box);
    }

    /** The first of the places that is free. */
    Optional<Box> place(String text, List<Box> places) {
        Optional<Box> free = places.stream().filter(this::free).findFirst();
        free.ifPresent(box -> put(text, box));
        return free;
    }

    boolean free(Box box) {
        return box.within(whole)
                && taken.stream().noneMatch(box::overlaps)
                && placed.stream().noneMatch(label -> box.wider(APART).overlaps(label.box()));
    }

    List<Drawing.Label> placed() {
        return placed;
    }
}
