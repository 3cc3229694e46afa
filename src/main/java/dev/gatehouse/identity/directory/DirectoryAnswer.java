package dev.gatehouse.identity.directory;

/** What the directory says of an address and a password. */
enum DirectoryAnswer {
    RIGHT,
    WRONG,
    NONE
}
