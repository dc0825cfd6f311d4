import ArgumentParser
@main struct WmoEtl: ParsableCommand {}
